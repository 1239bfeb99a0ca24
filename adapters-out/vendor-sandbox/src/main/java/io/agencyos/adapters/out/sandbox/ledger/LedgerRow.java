package io.agencyos.adapters.out.sandbox.ledger;

import java.time.Instant;

/**
 * One thing that a vendor really did for us. Text is empty where a kind has no such fact.
 *
 * @param no running number from 1
 * @param aosKey the product's idempotency key, as far as the vendor carries one
 */
public record LedgerRow(
        long no,
        Kind kind,
        String vendor,
        Instant at,
        String workspace,
        String toEmail,
        String subject,
        String aosKey,
        String mailbox,
        String contactId,
        String sequenceId,
        String emailId) {

    /** The same row under another number. */
    public LedgerRow numbered(long number) {
        return new LedgerRow(
                number, kind, vendor, at, workspace, toEmail, subject, aosKey, mailbox, contactId, sequenceId, emailId);
    }

    /**
     * A contact on a channel other than e-mail.
     *
     * @param person the e-mail address of an invented person, else what the vendor reached them by
     * @param text what the person read or heard
     * @param from our number, seat or address
     * @param reached the number or the vendor's id of the person
     */
    public static LedgerRow contact(
            Kind kind,
            String vendor,
            Instant at,
            String account,
            String person,
            String text,
            String aosKey,
            String from,
            String reached,
            String vendorId) {
        return new LedgerRow(0, kind, vendor, at, account, person, text, aosKey, from, reached, "", vendorId);
    }

    /** What was done. */
    public enum Kind {
        /** The vendor accepted a contact into an active or waiting sequence. */
        ENROLMENT,
        /** An e-mail of a sequence, or of our own server, reached its recipient's side. */
        EMAIL,
        /** An answer inside a thread was sent. */
        REPLY,
        /** The vendor accepted a text or a call that has yet to find its telephone, or a letter that has yet to be printed. */
        TAKEN,
        /** A text reached its phone. */
        SMS,
        /** A seat invited somebody. */
        INVITATION,
        /** A seat wrote to somebody. */
        MESSAGE,
        /** A telephone rang. */
        CALL,
        /** A letter or postcard was carried to its address. */
        LETTER,
        /** A record was bought; nobody was contacted. */
        RECORD,
        /** A model wrote something; nobody was contacted. */
        GENERATION;

        /** Whether a person was contacted by us unasked. */
        public boolean reaches() {
            return switch (this) {
                case EMAIL, SMS, INVITATION, MESSAGE, CALL, LETTER -> true;
                case ENROLMENT, TAKEN, REPLY, RECORD, GENERATION -> false;
            };
        }
    }
}
