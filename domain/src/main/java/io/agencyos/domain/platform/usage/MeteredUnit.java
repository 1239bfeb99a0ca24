package io.agencyos.domain.platform.usage;

import io.agencyos.domain.shared.Vocabulary;

/** What vendors count, with the price that the catalogue expects where nobody has said another. Source: vendor catalogue 1. */
public enum MeteredUnit implements Vocabulary {
    /** A credit of a seller of records. */
    CREDIT(300_000),
    /** A segment of a text. */
    SEGMENT(80_000),
    /** A minute of a call. */
    MINUTE(350_000),
    /** A letter. */
    PIECE(2_500_000);

    private final MicroAud usual;

    MeteredUnit(long micros) {
        usual = new MicroAud(micros);
    }

    /** What one of them is expected to cost. */
    public MicroAud usualPrice() {
        return usual;
    }
}
