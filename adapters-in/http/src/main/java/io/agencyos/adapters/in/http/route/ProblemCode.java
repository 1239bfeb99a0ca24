package io.agencyos.adapters.in.http.route;

import io.agencyos.domain.shared.Vocabulary;

/** Every code that the API can answer, with its status and title. Source: api 1.3. */
public enum ProblemCode implements Vocabulary {
    MALFORMED_REQUEST(400, "The request cannot be read", "Correct the JSON, the header or the address."),
    CURSOR_INVALID(400, "The cursor is not one of ours", "Begin again without a cursor."),
    CURSOR_MISMATCH(400, "The cursor belongs to another list", "Keep filters and sort while you follow a cursor."),
    IDEMPOTENCY_KEY_REQUIRED(400, "Idempotency-Key is missing", "Send a new random key with every new order."),
    UNAUTHENTICATED(401, "Nobody is signed in", "Send Authorization: Bearer with an access token."),
    TOKEN_EXPIRED(401, "The token has expired", "Refresh the sign-in."),
    TOKEN_INVALID(401, "The token is not valid", "Sign in again."),
    BAD_CREDENTIALS(401, "Address or password is wrong", "Check both, or reset the password."),
    NO_CREDITS(402, "No credits left", "Wait for the next period or change the plan."),
    SUBSCRIPTION_INACTIVE(402, "The subscription is not active", "Settle or resume the subscription."),
    ROLE_REQUIRED(403, "The role does not allow it", "Ask an administrator of the client."),
    SCOPE_REQUIRED(403, "The key's scope does not allow it", "Use a key with the scope."),
    PLATFORM_ADMIN_REQUIRED(403, "Only staff of the platform may", "There is nothing to do here."),
    MFA_REQUIRED(403, "A second factor is required", "Enrol a second factor and sign in with it."),
    EMAIL_UNVERIFIED(403, "The address is not verified", "Follow the link in the mail."),
    INVITATION_EMAIL_MISMATCH(403, "The invitation is for another address", "Sign in with the invited address."),
    CSRF_FAILED(403, "The request does not come from our pages", "Load the page again."),
    NOT_FOUND(404, "Not found", "Check the address; another client's things are not found either."),
    EMBEDDED_AUTH_DISABLED(404, "Sign-in is elsewhere", "Sign in with the configured provider."),
    METHOD_NOT_ALLOWED(405, "The method is unknown here", "Use one of the methods in Allow."),
    DUPLICATE(409, "It exists already", "Use the existing one."),
    INVALID_TRANSITION(409, "The state does not allow it", "See from, to and allowed."),
    CONCURRENT_UPDATE(409, "Somebody else was quicker", "Read again and decide anew."),
    CAMPAIGN_TERMINAL(409, "The campaign has ended", "Make a new campaign."),
    APPROVAL_NOT_PENDING(409, "The approval is decided", "Nothing is left to decide."),
    ALREADY_ENROLLED(409, "The lead is enrolled already", "Stop the other enrolment first."),
    STEP_EXISTS(409, "The step exists already", "Choose another number."),
    LAST_OWNER(409, "A client keeps one owner", "Make somebody else owner first."),
    CAMPAIGN_SLOT_LIMIT(409, "All campaign slots are taken", "End a campaign or change the plan."),
    SEAT_LIMIT_REACHED(409, "All seats are taken", "Free a seat or change the plan."),
    LIMIT_REACHED(409, "The ceiling is reached", "Remove something first."),
    SUPPRESSION_PERMANENT(409, "The suppression cannot be removed", "Only later express consent supersedes it."),
    LEAD_UNAVAILABLE(409, "The lead is not available", "Choose another lead."),
    BACKTEST_REQUIRED(409, "A backtest is required", "Run the backtest first."),
    PATTERNS_STILL_VALID(409, "The patterns are still valid", "Wait until they lapse."),
    INSUFFICIENT_DATA(409, "There are not enough data", "Wait for more results."),
    ALREADY_RUNNING(409, "It is running already", "Wait for the running job."),
    OUTREACH_BLOCKED(409, "Outreach to this person is blocked", "See the reasons."),
    ACTIVATION_BLOCKED(409, "The campaign cannot start yet", "See the reasons."),
    NOT_ELIGIBLE(409, "It is not eligible", "See the detail."),
    IDEMPOTENCY_IN_PROGRESS(409, "The same order is being carried out", "Ask again after Retry-After."),
    DELETED(410, "It was deleted", "Nothing is left to do."),
    LINK_EXPIRED(410, "The link is used or too old", "Ask for a new link."),
    VERSION_CONFLICT(412, "It was changed meanwhile", "Read again; current_etag names the version in force."),
    PAYLOAD_TOO_LARGE(413, "The body is too large", "Send less than limit_bytes."),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not accepted", "Send one of allowed."),
    VALIDATION_FAILED(422, "The request is not valid", "Correct every entry of errors."),
    IDEMPOTENCY_KEY_REUSED(422, "The key belongs to another order", "Use a new key for a new order."),
    CAMPAIGN_SET_MISMATCH(422, "The set of campaigns differs", "Name every campaign once."),
    TEMPLATE_VARIABLES_UNKNOWN(422, "The template names unknown variables", "See unknown."),
    CONTENT_QA_FAILED(422, "The text does not pass the checks", "See the reasons."),
    VENDOR_REJECTED(422, "The vendor refused the input", "Correct it for the vendor."),
    BLOCKED(423, "The work is blocked", "Wait until the block ends."),
    PRECONDITION_REQUIRED(428, "If-Match is missing", "Send the ETag that you read."),
    RATE_LIMITED(429, "Too many requests", "Wait for Retry-After seconds."),
    AI_SPEND_LIMIT_REACHED(429, "The AI budget of the day is spent", "Wait for the next day."),
    INTERNAL(500, "Our defect", "Tell us the request_id."),
    VENDOR_ERROR(502, "A vendor answered badly", "Try again where retryable is true."),
    MAINTENANCE(503, "Under maintenance", "Try again after Retry-After."),
    UNAVAILABLE(503, "Storage is not available", "Try again after Retry-After; nothing was done."),
    VENDOR_TIMEOUT(504, "A vendor did not answer in time", "Look whether it was done before you try again.");

    private final int status;
    private final String title;
    private final String advice;

    ProblemCode(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What whoever gets the code can do, in one sentence. */
    public String advice() {
        return advice;
    }
}
