package io.agencyos.adapters.in.rest.testing;

import io.agencyos.domain.client.Role;
import io.agencyos.domain.client.User;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.UserId;
import java.util.UUID;

/** Staff of the platform, who are members of no client. */
public final class Staff {

    private Staff() {}

    /** Somebody new. */
    public static Caller on(ApiUnderTest api) {
        User member = api.world().member(api.client(), "m" + UUID.randomUUID() + "@agency.example", Role.VIEWER);
        User staff = new User(
                new UserId(UUID.randomUUID()),
                EmailAddress.parse("staff" + UUID.randomUUID() + "@agency.example")
                        .orElseThrow(),
                "Kim Tran",
                member.passwordHash(),
                true,
                false,
                member.createdAt(),
                0);
        api.world().units.onPlatform(() -> api.world().users.insert(staff));
        return api.as(staff);
    }
}
