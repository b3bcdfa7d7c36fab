// The words for factors, personal resources and needs.
#include "models/workforce/work_factors.hpp"

namespace bevlogen::workforce {

const std::array<Word, kFactors>& factor_words() {
    static const std::array<Word, kFactors> words = {{
        {"workload", {"workload", "werkdruk"}},
        {"administration", {"administration", "administratieve lasten"}},
        {"work_home_interference", {"work-home interference", "werk-thuisinterferentie"}},
        {"job_insecurity", {"job insecurity", "baanonzekerheid"}},
        {"emotional_load", {"emotional load", "emotionele belasting"}},
        {"evaluation_pressure", {"pressure of being judged", "beoordelingsdruk"}},
        {"management_friction", {"friction with management", "frictie met het management"}},
        {"role_unclarity", {"role unclarity", "rolonduidelijkheid"}},
        {"autonomy", {"autonomy", "autonomie"}},
        {"colleague_support", {"support of colleagues", "steun van collega's"}},
        {"supervisor_support", {"support of the supervisor", "steun van de leidinggevende"}},
        {"work_content", {"work content", "werkinhoud"}},
        {"patient_contact", {"contact with patients", "patiëntencontact"}},
        {"development", {"development", "ontwikkelmogelijkheden"}},
        {"recognition", {"recognition", "waardering"}},
        {"recovery", {"recovery", "herstel"}},
    }};
    return words;
}

const std::array<Word, kPersonalResources>& personal_resource_words() {
    static const std::array<Word, kPersonalResources> words = {{
        {"psychological_capital", {"psychological capital", "psychologisch kapitaal"}},
        {"self_compassion", {"self-compassion", "zelfcompassie"}},
        {"psychological_flexibility", {"psychological flexibility", "psychologische flexibiliteit"}},
    }};
    return words;
}

const std::array<Word, kNeeds>& need_words() {
    static const std::array<Word, kNeeds> words = {{
        {"need_autonomy", {"need for autonomy met", "behoefte aan autonomie vervuld"}},
        {"need_competence", {"need for competence met", "behoefte aan competentie vervuld"}},
        {"need_relatedness", {"need for relatedness met", "behoefte aan verbondenheid vervuld"}},
    }};
    return words;
}

}  // namespace bevlogen::workforce
