package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A network that knows whose page belongs to which lasting id, and fails when told to. */
final class PagesOfPeople implements LinkedInReplies {

    private final Map<String, String> slugs = new HashMap<>();
    private @Nullable VendorFailure failure;
    private int asked;

    void has(String person, String slug) {
        slugs.put(person, slug);
    }

    void fails(@Nullable VendorFailure with) {
        failure = with;
    }

    int asked() {
        return asked;
    }

    @Override
    public Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        return Result.ok(new Page(List.of(), "0", false));
    }

    @Override
    public Result<Optional<String>, VendorFailure> slug(ClientId client, String seat, String person) {
        asked++;
        return failure == null ? Result.ok(Optional.ofNullable(slugs.get(person))) : Result.err(failure);
    }
}
