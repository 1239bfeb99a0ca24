package io.agencyos.domain.outreach.touch;

import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.UUID;

/** Touches for tests: one e-mail of step 1, in whatever state the machine itself can bring it to. */
public final class Touches {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final ResourceId MAILBOX = new ResourceId(new UUID(0, 77));
    public static final Touch.TouchContent TEXT =
            new Touch.TouchContent(null, "intro", "Quick idea", "Hi Priya, …", "0".repeat(64), true);

    private Touches() {}

    public static Touch planned() {
        UUID enrolment = new UUID(0, 5);
        return new Touch(
                new TouchId(new UUID(0, 1)),
                new ClientId(new UUID(0, 2)),
                new EnrolmentId(enrolment),
                new LeadId(new UUID(0, 3)),
                new CampaignId(new UUID(0, 4)),
                TouchOrigin.SEQUENCE,
                null,
                null,
                null,
                TouchKind.EMAIL,
                1,
                1,
                TouchState.PLANNED,
                TouchKeys.idempotencyKey(enrolment, 1, TouchKind.EMAIL, 1),
                NOON,
                null,
                null,
                null,
                null,
                Touch.Frozen.NOTHING,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                NOON,
                0);
    }

    public static Touch ready() {
        return moved(TouchMachine.drafted(planned(), TEXT, false));
    }

    public static Touch queued() {
        return moved(TouchMachine.commit(ready(), MAILBOX, null, "priya@harbourlane.example", Touch.Frozen.NOTHING));
    }

    public static Touch dispatching(UUID token) {
        UUID dispatcher = new UUID(1, 1);
        Touch claimed = moved(TouchMachine.claim(queued(), dispatcher, NOON));
        return moved(TouchMachine.start(claimed, dispatcher, token, "vendor", "1", NOON));
    }

    public static Touch unknown(UUID token) {
        return moved(TouchMachine.ambiguous(dispatching(token), token, NOON.plusSeconds(600), "timed out"));
    }

    /** The touch after a transition that must hold. */
    public static Touch moved(TouchMove move) {
        return switch (move) {
            case TouchMove.Moved(Touch touch, var effects) -> touch;
            case TouchMove.Refused(TouchMove.Why why) -> throw new AssertionError("refused: " + why);
        };
    }
}
