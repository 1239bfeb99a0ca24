package io.agencyos.domain.campaign;

import io.agencyos.domain.campaign.activation.ActivationChecks;
import java.util.List;

/** The states of a campaign and the commands that move them. Source: outreach 1.2. */
public final class CampaignMachine {

    private CampaignMachine() {}

    /** What somebody asks for. */
    public enum Command {
        ACTIVATE,
        PAUSE,
        COMPLETE
    }

    /** Answer to a command. */
    public sealed interface Move {
        /** The new state, with what goes with it. */
        record Moved(CampaignStatus to, List<Effect> effects) implements Move {
            public Moved {
                effects = List.copyOf(effects);
            }
        }

        /** It is so already: 200, nothing changes. */
        record AlreadySo() implements Move {}

        /** 409 {@code invalid_transition} with both states. */
        record Invalid(CampaignStatus from, CampaignStatus to) implements Move {}

        /** 409 {@code campaign_terminal}. */
        record Terminal() implements Move {}
    }

    /** What a transition asks of its transaction and the sweep after it. */
    public enum Effect {
        SCHEDULE_ENROLMENTS,
        /** Due dates anew by 2.4, so that nothing bursts. */
        RECOMPUTE_DUE_DATES,
        /** Open touches not yet dispatching go back, their reservations are released. */
        SWEEP_OPEN_TOUCHES,
        /** Open enrolments are stopped with {@code campaign_completed}. */
        STOP_ENROLMENTS
    }

    /** The move that the command makes; activation additionally needs {@link ActivationChecks} to pass. */
    public static Move on(CampaignStatus from, Command command) {
        CampaignStatus to = switch (command) {
            case ACTIVATE -> CampaignStatus.ACTIVE;
            case PAUSE -> CampaignStatus.PAUSED;
            case COMPLETE -> CampaignStatus.COMPLETED;
        };
        if (from.isTerminal()) {
            return to == from ? new Move.AlreadySo() : new Move.Terminal();
        }
        if (from == to) {
            return new Move.AlreadySo();
        }
        return from.mayBecome(to) ? new Move.Moved(to, effects(from, to)) : new Move.Invalid(from, to);
    }

    private static List<Effect> effects(CampaignStatus from, CampaignStatus to) {
        return switch (to) {
            case ACTIVE ->
                List.of(from == CampaignStatus.PAUSED ? Effect.RECOMPUTE_DUE_DATES : Effect.SCHEDULE_ENROLMENTS);
            case PAUSED -> List.of(Effect.SWEEP_OPEN_TOUCHES);
            case COMPLETED -> List.of(Effect.STOP_ENROLMENTS);
            case DRAFT -> List.of();
        };
    }
}
