package io.agencyos.domain.content.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an assistant answers where nobody prepared anything better for the lead: it never presses, names no price and says
 * truthfully where the number is from. Each at most 300 characters, 6,000 together. Source: content 3.13.
 */
public final class CallAnswers {

    private CallAnswers() {}

    /**
     * By the keys of content 3.13.
     *
     * @param agency whom the call is for
     * @param persona who is named as the caller
     * @param contact where the agency can be reached
     * @param numberSource where the number is from, as the end of "We have it from …"
     */
    public static Map<String, String> standard(String agency, String persona, String contact, String numberSource) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("not_interested", "That is fine, thank you for your time. Goodbye.");
        answers.put("no_budget", "Understood. May " + persona + " send you one idea that costs nothing to read?");
        answers.put("bad_timing", "Of course. When would be a better time for a short call?");
        answers.put("using_competitor", "Good to hear that you are looked after. I will not keep you.");
        answers.put("need_to_think", "Take your time. You can reach us at " + contact + ".");
        answers.put("send_info", "Gladly. " + persona + " will write to you.");
        answers.put("too_busy", "I understand. Shall we call at another time, or leave it?");
        answers.put("call_back_later", "Gladly. When suits you?");
        answers.put(
                "how_did_you_get_my_number",
                "We have it from " + numberSource + ". " + agency + " can be reached at " + contact
                        + ", and we take you off our list if you ask.");
        answers.put("not_decision_maker", "Thank you for telling me. Who would be the right person to ask?");
        return answers;
    }

    /** One line each, as an assistant reads them. */
    public static String asText(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(answer -> answer.getKey() + ": " + answer.getValue())
                .collect(Collectors.joining("\n"));
    }
}
