package io.agencyos.domain.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The facts of a text that learning reads, frozen with it. They say what stands in the final text; what only the
 * generator knows (angles, variables) is recorded beside it. Source: content 3.9, CIS 3.1.
 *
 * @param subjectWordCount 0 for a form without a subject
 * @param charCount code points of everything but the subject
 * @param sms set for a text message only
 */
public record ContentFeatures(
        int subjectWordCount,
        int wordCount,
        int charCount,
        List<String> links,
        Set<PainPoint> painPoints,
        Optional<CallToAction> cta,
        int questionCount,
        Set<SubjectPattern> subjectPatterns,
        Optional<SmsLength> sms) {

    public ContentFeatures {
        links = List.copyOf(links);
        painPoints = Set.copyOf(painPoints);
        subjectPatterns = Set.copyOf(subjectPatterns);
    }

    /** What the words of a final text say by themselves. */
    public static ContentFeatures of(MessageText message, String firstName, String company, boolean personalised) {
        Optional<String> subject = message.form().fields().contains(TextField.SUBJECT)
                ? Optional.of(message.text(TextField.SUBJECT))
                : Optional.empty();
        String body = message.allButSubject();
        String all = subject.map(line -> line + "\n" + body).orElse(body);
        return new ContentFeatures(
                subject.map(ChannelBounds::words).orElse(0),
                ChannelBounds.words(body),
                ChannelBounds.characters(body),
                Links.in(body),
                PainPoint.in(all),
                CallToAction.in(body).or(() -> subject.flatMap(CallToAction::in)),
                (int) body.chars().filter(c -> c == '?').count(),
                subject.map(line -> SubjectPattern.of(line, firstName, company, personalised))
                        .orElse(Set.of()),
                message.form() == MessageForm.SMS
                        ? Optional.of(SmsLength.of(message.text(TextField.TEXT)))
                        : Optional.empty());
    }

    public boolean hasQuestion() {
        return questionCount > 0;
    }
}
