package io.agencyos.domain.resource.seat;

/** What happens to a seat. Source: outreach 11.1. */
public sealed interface SeatEvent {

    /** The service asks the owner for a second factor. */
    record TwoFactorAsked() implements SeatEvent {}

    /** The account is linked, for the first time or again. */
    record Connected(SeatAccount account) implements SeatEvent {}

    /** Linking failed, or the link ran out. */
    record Failed(String error) implements SeatEvent {}

    /** The account has to be linked again. */
    record CredentialsRequired() implements SeatEvent {}

    /** The network restricts the account, or asks its owner to prove who he is. */
    record Restricted(String reason) implements SeatEvent {

        /** The service's own trouble, which may be over in a moment. */
        public static final String FAULT = "fault";
    }

    /** Staff of the platform let a restricted seat act again. */
    record ReEnabled() implements SeatEvent {}

    /** The client, or the service, took the account away. */
    record Disconnected() implements SeatEvent {}
}
