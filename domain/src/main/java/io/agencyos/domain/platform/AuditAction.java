package io.agencyos.domain.platform;

import io.agencyos.domain.shared.Vocabulary;
import java.util.List;
import java.util.Locale;

/** What an audit entry tells of, by its dotted name such as {@code auth.login_failed}. Source: api 6. */
public enum AuditAction implements Vocabulary {
    /** Somebody signed in. */
    AUTH_LOGIN,
    /** Somebody signed out. */
    AUTH_LOGOUT,
    /** A sign-in was refused. */
    AUTH_LOGIN_FAILED,
    /** A refresh token was shown a second time. */
    AUTH_REFRESH_REUSE,
    /** A password was set anew. */
    AUTH_PASSWORD_CHANGED,
    /** A second factor was switched on. */
    AUTH_MFA_ENROLLED,
    /** A second factor was taken away. */
    AUTH_MFA_REMOVED,
    /** Something was asked for that the caller may not have. */
    ACCESS_DENIED,
    /** A row was made. */
    CREATE,
    /** A row was changed. */
    UPDATE,
    /** A row was taken away. */
    DELETE,
    /** A row was brought back. */
    RESTORE,
    /** A campaign began or went on. */
    CAMPAIGN_ACTIVATE,
    /** A campaign was stopped for now. */
    CAMPAIGN_PAUSE,
    /** A campaign was ended. */
    CAMPAIGN_COMPLETE,
    /** A client stopped everything. */
    OUTREACH_PAUSE,
    /** A client lifted its stop. */
    OUTREACH_RESUME,
    /** A touch was released. */
    APPROVAL_APPROVE,
    /** A touch was held back. */
    APPROVAL_REJECT,
    /** A person wrote to a lead himself. */
    MESSAGE_MANUAL_SEND,
    /** Data left the house. */
    EXPORT,
    /** Data came into the house. */
    IMPORT,
    /** A consent was declared. */
    CONSENT_DECLARED,
    /** A consent was withdrawn. */
    CONSENT_WITHDRAWN,
    /** A subscriber's endpoint was switched off. */
    WEBHOOK_ENDPOINT_DISABLED,
    /** A run was cancelled. */
    JOB_CANCEL,
    /** A run was started again. */
    JOB_RETRY,
    /** A vendor's event was read again. */
    INBOUND_EVENT_REPLAY,
    /** Staff entered a client. */
    SUPPORT_SESSION_STARTED,
    /** Staff asked for something in a client. */
    SUPPORT_SESSION_REQUEST,
    /** Staff left a client. */
    SUPPORT_SESSION_ENDED,
    /** A stored secret was used. */
    SECRET_USED;

    private static final List<String> TWO_WORDS = List.of("INBOUND_EVENT_", "SUPPORT_SESSION_");

    /** Area, a dot, what happened; the verbs on rows, export and import have no area. */
    @Override
    public String wire() {
        int dot = TWO_WORDS.stream()
                .filter(name()::startsWith)
                .findFirst()
                .map(area -> area.length() - 1)
                .orElseGet(() -> name().indexOf('_'));
        String dotted = dot < 0 ? name() : name().substring(0, dot) + "." + name().substring(dot + 1);
        return dotted.toLowerCase(Locale.ROOT);
    }
}
