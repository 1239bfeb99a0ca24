package io.agencyos.domain.content.template;

import io.agencyos.domain.content.ChannelBounds;
import io.agencyos.domain.content.DeterministicPick;
import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.SmsLength;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes a message from a template without chance or model: the same input gives the same text. Source: content 3.5. */
public final class Composer {

    private Composer() {}

    /**
     * A finished text.
     *
     * @param variablesUsed those whose values stand in the text
     * @param variablesKnown those that had a value
     * @param picks the index that was picked, by slot
     */
    public record Composed(
            MessageText text,
            String templateId,
            int templateVersion,
            Set<Variable> variablesUsed,
            Set<Variable> variablesKnown,
            Map<String, Integer> picks) {

        public Composed {
            variablesUsed = Set.copyOf(variablesUsed);
            variablesKnown = Set.copyOf(variablesKnown);
            picks = Map.copyOf(picks);
        }
    }

    /** Why there is no text. */
    public sealed interface Refusal {

        String code();

        /** A required slot cannot be filled; {@code missing} are the variables of its last resort. */
        record MissingVariable(String slot, Set<Variable> missing) implements Refusal {
            @Override
            public String code() {
                return "missing_variable";
            }
        }

        /** Even the shortest shape is longer than the channel takes. */
        record TooLong(MessageForm form) implements Refusal {
            @Override
            public String code() {
                return "too_long";
            }
        }
    }

    /** The first shape of the template that can be filled and fits its channel. */
    public static Result<Composed, Refusal> compose(Template template, Brief brief) {
        for (Template.Shape shape : template.shapes()) {
            Result<Composed, Refusal> composed = new Run(template, brief).fill(shape);
            boolean fits =
                    composed.map(message -> fits(message.text())).toOptional().orElse(true);
            if (fits) {
                return composed;
            }
        }
        return Result.err(new Refusal.TooLong(template.form()));
    }

    private static boolean fits(MessageText text) {
        return switch (text.form()) {
            case SMS -> SmsLength.of(text.text(TextField.TEXT)).segments() == 1;
            case LINKEDIN_NOTE -> atMost(text, TextField.TEXT, ChannelBounds.LINKEDIN_NOTE);
            case LINKEDIN_MESSAGE -> atMost(text, TextField.TEXT, ChannelBounds.FIRST_LINKEDIN_MESSAGE);
            case EMAIL ->
                atMost(text, TextField.SUBJECT, ChannelBounds.SUBJECT)
                        && atMost(text, TextField.BODY, ChannelBounds.EMAIL_BODY);
            case VOICE_SCRIPT ->
                atMost(text, TextField.OPENING, ChannelBounds.VOICE_OPENING)
                        && atMost(text, TextField.VALUE_PROP, ChannelBounds.VOICE_VALUE_PROP)
                        && atMost(text, TextField.CTA, ChannelBounds.VOICE_CTA);
            case LETTER -> !ChannelBounds.LETTER_WORDS.tooLong(ChannelBounds.words(text.text(TextField.BODY)));
        };
    }

    private static boolean atMost(MessageText text, TextField field, ChannelBounds.Range range) {
        return !range.tooLong(ChannelBounds.characters(text.text(field)));
    }

    /** One filling of one shape. */
    private static final class Run {
        private final Template template;
        private final Brief brief;
        private final Set<Variable> used = new TreeSet<>();
        private final Map<String, Integer> picks = new LinkedHashMap<>();

        Run(Template template, Brief brief) {
            this.template = template;
            this.brief = brief;
        }

        Result<Composed, Refusal> fill(Template.Shape shape) {
            var texts = new EnumMap<TextField, String>(TextField.class);
            for (TextField field : template.form().fields()) {
                var paragraphs = new ArrayList<String>();
                for (List<Slot> row : shape.fields().getOrDefault(field, List.of())) {
                    var sentences = new ArrayList<String>();
                    for (Slot slot : row) {
                        Optional<String> text = fill(slot);
                        if (text.isEmpty() && slot.required()) {
                            return Result.err(new Refusal.MissingVariable(slot.name(), slot.missing(brief.values())));
                        }
                        text.filter(sentence -> !sentence.isEmpty()).ifPresent(sentences::add);
                    }
                    if (!sentences.isEmpty()) {
                        paragraphs.add(String.join(" ", sentences));
                    }
                }
                texts.put(field, String.join("\n\n", paragraphs));
            }
            return Result.ok(new Composed(
                    new MessageText(template.form(), texts),
                    template.id(),
                    template.version(),
                    used,
                    brief.values().present(),
                    picks));
        }

        private Optional<String> fill(Slot slot) {
            for (Slot.Rank rank : slot.ranks()) {
                List<Fragment> eligible = brief.guidance().among(rank.eligible(brief), brief.values());
                if (!eligible.isEmpty()) {
                    int index = DeterministicPick.pick(
                            brief.leadId() + ":" + slot.name() + ":" + brief.touchNumber(), eligible.size());
                    Fragment fragment = eligible.get(index);
                    picks.put(slot.name(), index);
                    fragment.variables().stream()
                            .filter(brief.values().present()::contains)
                            .forEach(used::add);
                    return fragment.render(brief.values());
                }
            }
            return Optional.empty();
        }
    }
}
