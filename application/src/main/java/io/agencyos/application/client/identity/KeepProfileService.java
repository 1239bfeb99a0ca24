package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.store.Profiles;
import io.agencyos.application.client.identity.store.Users;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.shared.id.UserId;
import java.util.Optional;

/** The person's row carries the version of all of it. */
public final class KeepProfileService implements KeepProfile {

    private final Users users;
    private final Profiles profiles;
    private final UnitOfWork units;

    public KeepProfileService(Users users, Profiles profiles, UnitOfWork units) {
        this.users = users;
        this.profiles = profiles;
        this.units = units;
    }

    @Override
    public Optional<Own> show(UserId user) {
        return units.readingPlatform(() -> users.find(user).map(this::own));
    }

    @Override
    public Outcome change(UserId user, Own wanted) {
        return units.onPlatform(() -> {
            User before = users.findForUpdate(user).orElseThrow();
            if (before.version() != wanted.version()) {
                return new Outcome.Stale(before.version());
            }
            User after = users.update(before.named(wanted.fullName()));
            profiles.save(user, wanted.profile());
            return new Outcome.Changed(own(after));
        });
    }

    private Own own(User person) {
        return new Own(person.fullName(), profiles.find(person.id()), person.version());
    }
}
