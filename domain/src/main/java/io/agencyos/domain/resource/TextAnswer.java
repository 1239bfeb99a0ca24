package io.agencyos.domain.resource;

import java.util.List;

/** What the DNS said when it was asked for the texts of a name. */
public sealed interface TextAnswer {

    /** The name exists. Each text is whole, however many strings it was cut into; none where the name has no text. */
    record Texts(List<String> texts) implements TextAnswer {

        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** There is no such name, nor any below it. */
    record NoSuchName() implements TextAnswer {}

    /** Nobody answered, or somebody who did not know: nothing was learned. */
    record NoAnswer() implements TextAnswer {}
}
