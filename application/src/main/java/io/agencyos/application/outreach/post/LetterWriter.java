package io.agencyos.application.outreach.post;

import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.StepTexts;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.mail.HtmlBody;
import io.agencyos.domain.content.quality.QualityContext;
import io.agencyos.domain.content.quality.QualityReport;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes letters: they name the client and say how to get no more of them. Source: outreach 12, content 3.5. */
final class LetterWriter {

    private static final String PAGE =
            "<!doctype html><html lang=\"en-AU\"><head><meta charset=\"utf-8\"><title>Letter</title>"
                    + "<style>@page{size:A4;margin:25mm}body{font:11pt/1.5 serif}</style></head><body>%s</body></html>";

    private LetterWriter() {}

    /** The words as a document to print. */
    static String page(String words) {
        return PAGE.formatted(HtmlBody.of(words));
    }

    /** The finished text with its price, or the codes that say why there is none. */
    static Result<Touch.TouchContent, List<String>> write(
            TouchCase one, Setting setting, LetterQuote quote, PostalAddress to) {
        return StepTexts.Source.of(one, setting)
                .map(source -> StepTexts.compose(one, source, MessageForm.LETTER, Map.of())
                        .flatMap(composed ->
                                letter(composed.templateId(), composed.text().text(TextField.BODY), source, quote, to)))
                .orElseGet(() -> Result.err(List.of("content_missing")));
    }

    /** A letter that a person wrote instead, checked like any other. */
    static Result<Touch.TouchContent, List<String>> edited(
            TouchCase one, Setting setting, String body, LetterQuote quote, PostalAddress to) {
        return StepTexts.Source.of(one, setting)
                .map(source -> letter("edited", words(body, to), source, quote, to))
                .orElseGet(() -> Result.err(List.of("content_missing")));
    }

    /** Whether it is addressed to where the lead lives now (check 40). */
    static boolean isAddressed(String body, PostalAddress to) {
        return body.startsWith(head(to));
    }

    /** Name and house at the top, where whoever approves the letter reads them and a window envelope shows them. */
    private static String head(PostalAddress to) {
        return String.join("\n", to.lines()) + "\n\n";
    }

    /** What a person wrote, without the head that they left in place. */
    private static String words(String edited, PostalAddress to) {
        String text = edited.replace("\r\n", "\n").strip();
        return text.startsWith(head(to)) ? text.substring(head(to).length()).strip() : text;
    }

    /** Whether a letter still says whose it is and how to stop more of them (check 39). */
    static boolean isComplete(String body, TouchCase one, Setting setting) {
        return StepTexts.Source.of(one, setting)
                .filter(source -> body.endsWith(wayOut(source)))
                .isPresent();
    }

    private static String wayOut(StepTexts.Source source) {
        return wayOut(source.agency());
    }

    static String wayOut(String agency) {
        return "If you do not want letters from us, tell " + agency + " and we will not write again.";
    }

    private static Result<Touch.TouchContent, List<String>> letter(
            String templateId, String words, StepTexts.Source source, LetterQuote quote, PostalAddress to) {
        String text = words.endsWith(wayOut(source)) ? words : words + "\n\n" + wayOut(source);
        QualityReport report = QualityReport.of(
                MessageText.of(MessageForm.LETTER, text),
                QualityContext.outreach(
                        Objects.requireNonNullElse(source.lead().person().firstName(), ""),
                        Objects.requireNonNullElse(source.lead().company().name(), ""),
                        source.agency(),
                        wayOut(source)));
        return report.status() == QualityReport.Status.FAILED
                ? Result.err(report.codes())
                : Result.ok(new Touch.TouchContent(
                        null,
                        templateId,
                        quote.shown(),
                        head(to) + text,
                        Digests.sha256Hex(quote.shown() + "\n" + head(to) + text),
                        true));
    }
}
