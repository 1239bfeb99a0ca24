package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.shared.Vocabulary;
import java.util.List;

/** What all checks together say about a final text, footer included. Source: content 3.8. */
public record QualityReport(List<Finding> findings) {

    /** {@code failed} with any error, else {@code warning} with any warning, else {@code passed}. */
    public enum Status implements Vocabulary {
        FAILED,
        WARNING,
        PASSED
    }

    /** The table of content 3.8, in its order. */
    private static final List<QualityCheck> CHECKS = List.of(
            LengthChecks::findings,
            PlaceholderCheck::findings,
            WordingChecks::spam,
            WordingChecks::genericPhrases,
            RecipientChecks::personalisation,
            WordingChecks::allCapsSubject,
            LegalChecks::optOut,
            LegalChecks::senderIdentity,
            LinkCheck::findings,
            RecipientChecks::repetition,
            WordingChecks::profanity,
            WordingChecks::sensitiveTopics,
            RecipientChecks::greetingName,
            RecipientChecks::unsupportedClaims);

    public QualityReport {
        findings = List.copyOf(findings);
    }

    /** Runs every check on the text as it would be sent. */
    public static QualityReport of(MessageText message, QualityContext context) {
        return new QualityReport(CHECKS.stream()
                .flatMap(check -> check.findings(message, context).stream())
                .toList());
    }

    public Status status() {
        if (findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            return Status.FAILED;
        }
        return findings.isEmpty() ? Status.PASSED : Status.WARNING;
    }

    /** The codes in the order of the findings. */
    public List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }
}
