package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.MessageText;
import java.util.List;

/** One check of a finished text. */
@FunctionalInterface
public interface QualityCheck {

    /** What it found, in reading order; empty when the text is in order. */
    List<Finding> findings(MessageText message, QualityContext context);
}
