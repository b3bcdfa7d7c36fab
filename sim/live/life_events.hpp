// What happened in a life, in order: leave, a complaint, another career phase, to be said in both languages; and where two lives part.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/engine/outcome.hpp"
#include "sim/live/snapshot.hpp"

namespace bevlogen {

// Codes of coming and going, which no trace tells: an event with `trace` one past the last has one of these.
enum class Presence { gone, back, came };  // came: for the first time, after the first recorded week

struct LifeEvent {
    int week = 0;  // recorded, from 1
    std::size_t trace = 0;
    int code = 0;
    int weeks = 1;  // how long it lasted so far: until the code changed, or the person went or came

    bool operator==(const LifeEvent&) const = default;
};

// Of each trace with words: every run of one code other than 0. Where 0 tells as much as the others, every change of the code, also over
// weeks in which the person was nowhere; the first code is no event. Coming and going too. By week, then by trace.
std::vector<LifeEvent> events_of(const LifeNow& life, const std::vector<TraceDecl>& traces);

// "Leave: burnout leave (30 weeks)"; "Complaint" where there is only yes and no. What lasted a week has no duration, as it may be an event
// of that week; nor has a state that one is always in, such as a career phase, or coming and going.
Label words_of(const LifeEvent& event, const std::vector<TraceDecl>& traces);

// The first week, of those that both lives know, in which a trace is not the same to the bit; missing in both is the same.
std::optional<int> parting_week(const TwoLives& lives);

}  // namespace bevlogen
