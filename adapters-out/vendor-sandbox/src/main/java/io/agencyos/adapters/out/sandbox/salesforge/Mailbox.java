package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sending mailbox of a workspace. */
final class Mailbox {

    final String id;
    final String address;
    final String firstName;
    final String lastName;
    final Instant connectedAt;
    final Map<LocalDate, Integer> sentByDay = new HashMap<>();
    String provider = "custom";
    String status = "pending";
    String disconnectReason = "";
    int dailyEmailLimit;
    String signature;
    String trackingDomain;
    int warmupMaxPerDay = 20;
    int replyRatePercent = 30;

    Mailbox(
            String id,
            String address,
            String firstName,
            String lastName,
            Instant connectedAt,
            int limit,
            String signature,
            String trackingDomain) {
        this.id = id;
        this.address = address;
        this.firstName = firstName;
        this.lastName = lastName;
        this.connectedAt = connectedAt;
        this.dailyEmailLimit = limit;
        this.signature = signature;
        this.trackingDomain = trackingDomain;
    }

    boolean active() {
        return status.equals("active");
    }

    String fullName() {
        return (firstName + " " + lastName).strip();
    }

    Map<String, @Nullable Object> json() {
        return Json.object(
                "id",
                id,
                "address",
                address,
                "firstName",
                firstName,
                "lastName",
                lastName,
                "mailboxProvider",
                provider,
                "status",
                status,
                "disconnectReason",
                disconnectReason,
                "dailyEmailLimit",
                dailyEmailLimit,
                "signature",
                signature,
                "resolvedSignature",
                signature,
                "trackingDomain",
                trackingDomain,
                "trackingDomainStatus",
                trackingDomain.isEmpty() ? "" : "verified");
    }

    Map<String, @Nullable Object> brief() {
        return Json.object(
                "id",
                id,
                "firstName",
                firstName,
                "lastName",
                lastName,
                "email",
                address,
                "customDomain",
                trackingDomain);
    }
}
