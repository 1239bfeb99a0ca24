package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.StepTexts;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.content.ContentTraits;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.quality.Finding;
import io.agencyos.domain.content.quality.QualityContext;
import io.agencyos.domain.content.quality.QualityReport;
import io.agencyos.domain.content.template.Variable;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the text of a step: one segment that begins with who writes for whom and ends with the way out. Source: outreach
 * 9.2, 9.3, content 3.5, 3.8.
 */
public final class TextWriter {

    /** How people opt out of texts; 23 units with the space before it. */
    public static final String OPT_OUT = "Reply STOP to opt out.";

    private static final String SENTENCE_END = "[.!?](\\s|$)";

    private TextWriter() {}

    /** The finished text, or the codes that say why there is none. */
    static Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting) {
        return StepTexts.Source.of(one, setting)
                .map(source -> StepTexts.compose(one, source, MessageForm.SMS, Map.of(Variable.OPT_OUT_TEXT, OPT_OUT))
                        .flatMap(composed -> checked(
                                        composed.templateId(), composed.text().text(TextField.TEXT), source)
                                .map(text -> text.described(StepTexts.traits(composed, source.lead())))))
                .orElseGet(() -> Result.err(List.of("content_missing")));
    }

    /** A text that a person wrote instead, checked like any other. */
    static Result<Touch.TouchContent, List<String>> edited(TouchCase one, Setting setting, String body) {
        return StepTexts.Source.of(one, setting)
                .map(source -> (isAnswer(one) ? answer(body.strip(), source) : checked("edited", body.strip(), source))
                        .map(text -> text.described(ContentTraits.ofWritten(
                                MessageText.of(MessageForm.SMS, body.strip()),
                                said(source.lead().person().firstName()),
                                said(source.lead().company().name())))))
                .orElseGet(() -> Result.err(List.of("content_missing")));
    }

    /** Whether a text still names who writes for whom at its beginning and ends with the way out (check 39). */
    static boolean isComplete(String text, TouchCase one, Setting setting) {
        return isAnswer(one)
                || StepTexts.Source.of(one, setting)
                        .filter(source -> opensWithSender(text, source) && text.endsWith(OPT_OUT))
                        .isPresent();
    }

    private static boolean isAnswer(TouchCase one) {
        return one.touch().origin() == TouchOrigin.REPLY;
    }

    /** Whoever wrote to us knows who answers, and STOP works as ever. */
    private static Result<Touch.TouchContent, List<String>> answer(String text, StepTexts.Source source) {
        QualityReport report = QualityReport.of(
                MessageText.of(MessageForm.SMS, text), context(source).asAnswer());
        return report.status() == QualityReport.Status.FAILED
                ? Result.err(report.codes())
                : Result.ok(content("by_hand", text));
    }

    /** What the checks of a first text say of it. */
    public static List<Finding> findings(MessageText text, StepTexts.Source source) {
        return QualityReport.of(text, context(source)).findings();
    }

    private static QualityContext context(StepTexts.Source source) {
        return QualityContext.outreach(
                said(source.lead().person().firstName()),
                said(source.lead().company().name()),
                source.agency(),
                OPT_OUT);
    }

    private static Touch.TouchContent content(String templateId, String text) {
        return new Touch.TouchContent(null, templateId, null, text, Digests.sha256Hex("\n" + text), true);
    }

    private static Result<Touch.TouchContent, List<String>> checked(
            String templateId, String words, StepTexts.Source source) {
        String text = words.endsWith(OPT_OUT) ? words : words + " " + OPT_OUT;
        QualityReport report = QualityReport.of(MessageText.of(MessageForm.SMS, text), context(source));
        List<String> codes =
                new ArrayList<>(report.status() == QualityReport.Status.FAILED ? report.codes() : List.<String>of());
        if (!opensWithSender(text, source) && !codes.contains("missing_sender_identity")) {
            codes.add("missing_sender_identity");
        }
        return codes.isEmpty() ? Result.ok(content(templateId, text)) : Result.err(List.copyOf(codes));
    }

    private static boolean opensWithSender(String text, StepTexts.Source source) {
        String opening = text.split(SENTENCE_END, 2)[0].toLowerCase(Locale.ROOT);
        boolean persona = source.persona()
                .map(Persona::firstName)
                .map(name -> opening.contains(name.toLowerCase(Locale.ROOT)))
                .orElse(true);
        return persona && opening.contains(source.agency().toLowerCase(Locale.ROOT));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
