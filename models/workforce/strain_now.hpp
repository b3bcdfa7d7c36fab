// The scores of everybody in a block at the start of the week: what productivity, illness and asking for help follow from.
#pragma once

namespace bevlogen::workforce {

// Columns over the posts of a block, padded.
struct StrainNow {
    const float* z_exhaustion = nullptr;
    const float* z_burnout = nullptr;
    const float* z_engagement = nullptr;
};

}  // namespace bevlogen::workforce
