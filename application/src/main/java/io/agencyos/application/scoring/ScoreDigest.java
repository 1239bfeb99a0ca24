package io.agencyos.application.scoring;

import io.agencyos.domain.scoring.AlsResult;
import io.agencyos.domain.scoring.ExactPoints;
import io.agencyos.domain.scoring.Explanation;
import io.agencyos.domain.scoring.ScoreSnapshot;
import io.agencyos.domain.shared.Digests;

/** What a score says of the lead, whatever the cause and the version of the facts it was made from. Source: ALS-17. */
final class ScoreDigest {

    private static final char END = '\n';

    private final StringBuilder said = new StringBuilder(1024);

    private ScoreDigest() {}

    /** The same for two scores exactly when they say the same; one follows from the other's parts alone. */
    static String of(ScoreSnapshot snapshot) {
        ScoreDigest digest = new ScoreDigest();
        digest.add(snapshot);
        return Digests.sha256Hex(digest.said.toString());
    }

    private void add(ScoreSnapshot snapshot) {
        AlsResult.Components parts = snapshot.components();
        said.append(snapshot.score().value()).append(END);
        said.append(snapshot.tier().wire()).append(' ');
        said.append(snapshot.tierSource().wire()).append(END);
        snapshot.gates().forEach(gate -> said.append(gate.wire()).append(' '));
        said.append(END);
        said.append(parts.dataQuality()).append(' ').append(parts.authority()).append(' ');
        said.append(parts.companyFit()).append(' ').append(parts.timing()).append(' ');
        said.append(parts.risk()).append(END);
        said.append(snapshot.buyerBoost()).append(' ').append(snapshot.linkedInBoost());
        said.append(' ').append(snapshot.techBoost()).append(END);
        snapshot.boostSignals().forEach(signal -> said.append(signal).append(' '));
        said.append(END);
        snapshot.explanation().rows().forEach(this::add);
        for (Explanation.Missing missing : snapshot.explanation().missing()) {
            said.append(missing.signal().wire()).append(' ');
            add(missing.points());
            said.append(END);
        }
        said.append(snapshot.weightsSource().wire()).append(' ');
        said.append(snapshot.weightsVersion()).append(END).append(snapshot.modelVersion());
    }

    private void add(Explanation.Row row) {
        said.append(row.signal().wire()).append(' ');
        add(row.points());
        add(row.max());
        said.append(row.shownCents()).append(' ').append(row.fact()).append(END);
    }

    private void add(ExactPoints points) {
        said.append(points.numerator()).append('/').append(points.denominator()).append(' ');
    }
}
