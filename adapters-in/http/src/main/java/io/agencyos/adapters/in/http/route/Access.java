package io.agencyos.adapters.in.http.route;

import io.agencyos.domain.client.identity.Role;

/** Who may call a route. Source: api, notation at the top. */
public sealed interface Access {

    /** No login. */
    record Public() implements Access {}

    /** Any signed-in person. */
    record SignedIn() implements Access {}

    /** A member of the {@code client_id} in the path with at least this role. */
    record Member(Role least) implements Access {}

    /** Staff of the platform. */
    record PlatformAdmin() implements Access {}

    /** The word used in {@code x-roles}. */
    default String word() {
        return switch (this) {
            case Public() -> "public";
            case SignedIn() -> "user";
            case Member(Role least) -> least.wire();
            case PlatformAdmin() -> "platform_admin";
        };
    }
}
