package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.StepTexts;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.quality.QualityContext;
import io.agencyos.domain.content.quality.QualityReport;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an assistant says of its own accord, in three paragraphs: the opening, which names who calls for whom and why
 * and says that it is a machine and may be recorded, the offer and the question. Source: outreach 10.5, content 3.4, 3.5.
 */
final class CallWriter {

    private static final String BETWEEN = "\n\n";
    private static final int PARTS = 3;

    /** How the library's openings say that a machine speaks. */
    private static final String DISCLOSURE = ", an automated assistant";

    private CallWriter() {}

    /** The three paragraphs of a call. */
    record Spoken(String opening, String offer, String question) {

        /** As they were approved; empty for a text of any other form. */
        static Optional<Spoken> of(String body) {
            String[] parts = body.strip().split("\\R\\s*\\R");
            return parts.length == PARTS
                    ? Optional.of(new Spoken(parts[0].strip(), parts[1].strip(), parts[2].strip()))
                    : Optional.empty();
        }

        String body() {
            return opening + BETWEEN + offer + BETWEEN + question;
        }

        private MessageText text() {
            return new MessageText(
                    MessageForm.VOICE_SCRIPT,
                    Map.of(TextField.OPENING, opening, TextField.VALUE_PROP, offer, TextField.CTA, question));
        }
    }

    /** The finished words, or the codes that say why there are none. */
    static Result<Touch.TouchContent, List<String>> write(TouchCase one, Setting setting) {
        return StepTexts.Source.of(one, setting)
                .map(source -> StepTexts.compose(one, source, MessageForm.VOICE_SCRIPT, Map.of())
                        .flatMap(composed -> checked(
                                composed.templateId(),
                                new Spoken(
                                        opening(composed.text().text(TextField.OPENING), setting),
                                        composed.text().text(TextField.VALUE_PROP),
                                        composed.text().text(TextField.CTA)),
                                source,
                                setting)))
                .orElseGet(() -> Result.err(List.of("content_missing")));
    }

    /** A client that does not disclose at once does so when asked, which the assistant's own words see to. */
    private static String opening(String composed, Setting setting) {
        return setting.callsDisclose() ? composed : composed.replace(DISCLOSURE, "");
    }

    /** Words that a person wrote instead, checked like any others. */
    static Result<Touch.TouchContent, List<String>> edited(TouchCase one, Setting setting, String body) {
        return StepTexts.Source.of(one, setting)
                .map(source -> Spoken.of(body)
                        .map(spoken -> checked("edited", spoken, source, setting))
                        .orElseGet(() -> Result.err(List.of("script_parts_missing"))))
                .orElseGet(() -> Result.err(List.of("content_missing")));
    }

    /** Whether the opening still says all that it has to (check 39). */
    static boolean isComplete(String body, TouchCase one, Setting setting) {
        return StepTexts.Source.of(one, setting)
                .flatMap(source -> Spoken.of(body).filter(spoken -> introduces(spoken.opening(), source, false)))
                .isPresent();
    }

    /** Whether its opening hides what the client has come to disclose since: then it is written anew. */
    static boolean isStale(String body, Setting setting) {
        return Spoken.of(body).filter(spoken -> !disclosed(spoken.opening())).isPresent() && setting.callsDisclose();
    }

    private static Result<Touch.TouchContent, List<String>> checked(
            String templateId, Spoken spoken, StepTexts.Source source, Setting setting) {
        QualityReport report = QualityReport.of(
                spoken.text(),
                QualityContext.outreach(
                        said(source.lead().person().firstName()),
                        said(source.lead().company().name()),
                        source.agency(),
                        ""));
        List<String> codes =
                new ArrayList<>(report.status() == QualityReport.Status.FAILED ? report.codes() : List.<String>of());
        if (!introduces(spoken.opening(), source, setting.callsDisclose())) {
            codes.add("missing_sender_identity");
        }
        String body = spoken.body();
        return codes.isEmpty()
                ? Result.ok(new Touch.TouchContent(null, templateId, null, body, Digests.sha256Hex("\n" + body), true))
                : Result.err(List.copyOf(codes));
    }

    /** Persona, client, that it may be recorded, and where the client discloses it that a machine speaks. */
    private static boolean introduces(String opening, StepTexts.Source source, boolean discloses) {
        String words = opening.toLowerCase(Locale.ROOT);
        boolean persona = source.persona()
                .map(Persona::firstName)
                .map(name -> words.contains(name.toLowerCase(Locale.ROOT)))
                .orElse(true);
        return persona
                && (!discloses || disclosed(opening))
                && words.contains("recorded")
                && words.contains(source.agency().toLowerCase(Locale.ROOT));
    }

    private static boolean disclosed(String opening) {
        String words = opening.toLowerCase(Locale.ROOT);
        return words.contains("automated") || words.matches(".*\\bai\\b.*");
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
