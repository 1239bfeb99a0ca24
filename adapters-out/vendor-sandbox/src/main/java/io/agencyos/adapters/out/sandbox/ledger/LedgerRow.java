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

    /** What was done. */
    public enum Kind {
        /** The vendor accepted a contact into an active or waiting sequence. */
        ENROLMENT,
        /** An e-mail of a sequence, or of our own server, reached its recipient's side. */
        EMAIL,
        /** An answer inside a thread was sent. */
        REPLY
    }
}
