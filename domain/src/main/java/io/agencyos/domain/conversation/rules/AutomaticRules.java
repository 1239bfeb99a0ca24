package io.agencyos.domain.conversation.rules;

import static io.agencyos.domain.conversation.rules.Rule.sentence;
import static io.agencyos.domain.conversation.rules.Rule.whole;

import java.util.List;
import java.util.regex.Pattern;

/** The rules that find machines and absences; they match within a sentence. Source: content 4.4. */
final class AutomaticRules {

    private static final Pattern ABSENT_SUBJECT = Pattern.compile(
            "(?i)^\\s*(?:re:\\s*)?(?:out of (?:the )?office|ooo|away|absence|on leave)\\b.*", Pattern.DOTALL);
    private static final Pattern AUTOMATIC_SUBJECT = Pattern.compile(
            "(?i)^\\s*(?:automatic reply|auto[ -]reply|auto(?:matic)? response|auto:|undeliver|delivery status|read:"
                    + "|we have received|your enquiry|thanks? (?:you )?for (?:contacting|your email|your enquiry"
                    + "|your message|enquiry|message)"
                    + "|[\\[(]?\\s?(?:ticket|case|request|incident|enquiry)\\b[^\\n]{0,200}\\d).*",
            Pattern.DOTALL);

    /** The header alone: it marks a machine but says nothing of an absence by itself. */
    static final Rule ABSENT_HEADER =
            whole(1, "automated header", reading -> reading.reply().automatedHeader());

    static final List<Rule> OUT_OF_OFFICE = List.of(
            sentence(2, "out of [the] office|ooo"),
            sentence(
                    2,
                    "on [annual|personal|parental|maternity|paternity|sick|long service|carers|study|extended|family"
                            + "|compassionate] leave"),
            sentence(2, "on [a] (holiday|holidays|vacation)"),
            sentence(2, "away from (the office|my desk|work|email)"),
            sentence(2, "(i am|currently|will be) [currently|now] away"),
            sentence(2, "away (until|till|til|from)"),
            sentence(2, "limited access to [my] (email|emails)"),
            sentence(2, "(return|returning|back) (to|in|at|on) [the] (office|work|deck)"),
            sentence(2, "(i am|we are) out (today|this week|until|till|til)"),
            sentence(2, "(currently|temporarily) (unavailable|away)"),
            sentence(2, "(i|we) (return|resume|reopen) [on] DATE"),
            sentence(2, "(work|working|in the office) ~6 only"),
            sentence(2, "on a ~1 break"),
            sentence(2, "office is [now] closed|we are closed|shutdown period"),
            whole(
                    2,
                    "subject starts out of office, ooo, away, absence, on leave",
                    reading -> ABSENT_SUBJECT.matcher(reading.reply().subject()).matches()),
            sentence(
                    1,
                    "will be back|returning on|return on|back on|returning DATE|back DATE|return DATE|reopen ~1 DATE"
                            + "|until DATE|till DATE|til DATE|in my absence|next working day|on my return"
                            + "|when i am back|when i return|replies may be delayed"),
            sentence(1, "for urgent (matters|enquiries|issues)"),
            ABSENT_HEADER);

    static final List<Rule> AUTOMATIC = List.of(
            whole(2, "automatic mail header", reading -> reading.reply().automatedHeader()),
            whole(
                    2,
                    "subject of an automatic mail",
                    reading ->
                            AUTOMATIC_SUBJECT.matcher(reading.reply().subject()).matches()),
            sentence(2, "this is an (automated|automatic|auto) (message|response|reply|email)"),
            sentence(2, "do not reply to this"),
            sentence(2, "(is not|no longer) monitored"),
            sentence(2, "(auto|automatic|automated) (reply|response)"),
            sentence(2, "automatically generated"),
            sentence(2, "(ticket|request|case|enquiry|incident) ~3 (created|logged|opened|assigned)"),
            sentence(2, "confirm you are human"),
            sentence(2, "delivery (has failed|will be attempted|failed)"),
            sentence(2, "your message was read"),
            sentence(
                    1,
                    "(thank you|thanks) for (your email|emailing|contacting|your enquiry|getting in touch|your message"
                            + "|your text|your application)"),
            sentence(
                    1,
                    "(will|aim to) (respond|reply|get back|be in touch|be attended to) ~5"
                            + " (within|soon|shortly|course|hours|days|possible)"),
            sentence(1, "(team|we|someone) ~3 (replies|responds|will be in touch|will reply|will respond)"),
            sentence(1, "your (email|enquiry|message|call) is important"),
            sentence(1, "no further action"),
            sentence(1, "(ticket|case|reference) (number|id|HASHED)"),
            sentence(1, "has been received"));

    private AutomaticRules() {}
}
