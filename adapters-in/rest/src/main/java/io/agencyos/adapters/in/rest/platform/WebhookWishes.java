package io.agencyos.adapters.in.rest.platform;

import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.webhook.OutboundEvents;
import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.platform.webhook.WebhookEndpoint.Header;
import io.agencyos.domain.platform.webhook.WebhookSecret;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a client wants of an endpoint. Source: api 8, 11.2, 11.3. */
final class WebhookWishes {

    private static final String EVERY = "*";
    private static final int MOST_HEADERS = 10;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 2_000;
    private static final int DEFAULT_TIMEOUT = 10_000;
    private static final int LEAST_TIMEOUT = 1_000;
    private static final int MOST_TIMEOUT = 30_000;
    private static final int DEFAULT_ATTEMPTS = 8;
    private static final int MOST_ATTEMPTS = 12;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");
    /** What the signature, the connection and the content say themselves. */
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "transfer-encoding",
            "accept-encoding",
            "user-agent",
            "expect",
            "te",
            "trailer",
            "upgrade");

    /** @param wish empty where something is wrong with it */
    record Read(Optional<WebhookEndpoint.Wish> wish, Optional<WebhookSecret> secret, FieldErrors errors) {}

    private WebhookWishes() {}

    static Read of(WebhookViews.NewEndpoint body) {
        FieldErrors errors = new FieldErrors();
        Optional<WebhookSecret> secret = secret(body.secret(), errors);
        return read(
                body.name(),
                body.url(),
                body.events(),
                body.headers() == null ? List.of() : headers(body.headers(), errors),
                body.timeoutMs() == null ? DEFAULT_TIMEOUT : body.timeoutMs(),
                body.maxAttempts() == null ? DEFAULT_ATTEMPTS : body.maxAttempts(),
                secret,
                errors);
    }

    /** What is not mentioned stays. */
    static Read changed(WebhookEndpoint.Wish before, WebhookViews.EndpointChange body) {
        FieldErrors errors = new FieldErrors();
        List<String> events = before.events().isEmpty()
                ? List.of(EVERY)
                : before.events().stream().map(EventName::wire).toList();
        return read(
                body.name().map(name -> name).orElse(before.name()),
                body.url().map(url -> url).orElse(before.url().uri().toString()),
                body.events().map(words -> words).orElse(events),
                body.headers().map(headers -> headers(headers, errors)).orElse(before.headers()),
                body.timeoutMs().map(timeout -> timeout).orElse((int)
                        before.timeout().toMillis()),
                body.maxAttempts().map(attempts -> attempts).orElse(before.maxAttempts()),
                Optional.empty(),
                errors);
    }

    private static Optional<WebhookSecret> secret(@Nullable SecretText own, FieldErrors errors) {
        if (own == null) {
            return Optional.empty();
        }
        Optional<WebhookSecret> secret = WebhookSecret.parse(own);
        if (secret.isEmpty()) {
            errors.add(FieldError.of("/secret", "invalid_secret", "A secret is whsec_ and 24 to 64 bytes in Base64."));
        }
        return secret;
    }

    private static Read read(
            String name,
            String url,
            List<String> events,
            List<Header> headers,
            int timeout,
            int attempts,
            Optional<WebhookSecret> secret,
            FieldErrors errors) {
        range(name.length(), 1, LONGEST_NAME, "/name", errors);
        range(timeout, LEAST_TIMEOUT, MOST_TIMEOUT, "/timeout_ms", errors);
        range(attempts, 1, MOST_ATTEMPTS, "/max_attempts", errors);
        Optional<WebhookUrl> target = WebhookUrl.parse(url);
        if (target.isEmpty()) {
            errors.add(FieldError.of(
                    "/url", "invalid_url", "Events go to https on port 443 or 8443 of a public address."));
        }
        Set<EventName> wanted = events(events, errors);
        return errors.isEmpty() && target.isPresent()
                ? new Read(
                        Optional.of(new WebhookEndpoint.Wish(
                                name, target.get(), wanted, headers, Duration.ofMillis(timeout), attempts)),
                        secret,
                        errors)
                : new Read(Optional.empty(), Optional.empty(), errors);
    }

    private static void range(int value, int least, int most, String pointer, FieldErrors errors) {
        if (value < least || value > most) {
            errors.add(FieldError.of(pointer, "out_of_range", "From " + least + " to " + most + "."));
        }
    }

    /** None for every event. */
    private static Set<EventName> events(List<String> words, FieldErrors errors) {
        Set<EventName> events = EnumSet.noneOf(EventName.class);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Optional<EventName> event = Vocabulary.parse(EventName.class, word).filter(OutboundEvents.all()::contains);
            if (event.isEmpty() && !word.equals(EVERY)) {
                errors.add(FieldError.of("/events/" + i, "unknown_word", "There is no event of this name."));
            }
            event.ifPresent(events::add);
        }
        if (words.isEmpty()) {
            errors.add(FieldError.of("/events", "too_few", "Name at least one event, or * for every one."));
        }
        return words.contains(EVERY) ? Set.of() : events;
    }

    private static List<Header> headers(Map<String, String> sent, FieldErrors errors) {
        if (sent.size() > MOST_HEADERS) {
            errors.add(FieldError.of("/headers", "too_many", "At most ten."));
        }
        sent.forEach((name, value) -> {
            if (!isFree(name) || !isPlain(value)) {
                errors.add(FieldError.of(
                        "/headers/" + name.replace("~", "~0").replace("/", "~1"),
                        "invalid_header",
                        "This header cannot be set, or not to this."));
            }
        });
        return sent.entrySet().stream()
                .map(header -> new Header(header.getKey(), header.getValue()))
                .toList();
    }

    private static boolean isPlain(@Nullable String value) {
        return value != null
                && value.length() <= LONGEST_VALUE
                && VALUE.matcher(value).matches();
    }

    private static boolean isFree(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return TOKEN.matcher(name).matches()
                && !OURS.contains(lower)
                && !lower.startsWith("webhook-")
                && !lower.startsWith("content-");
    }
}
