package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.AlphaTags;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A register of one client's names. Thread-safe. */
public final class FakeAlphaTags implements AlphaTags {

    private final Map<String, Tag> tags = new LinkedHashMap<>();
    private int wishes;

    /** Whatever was wished is registered from now on. */
    public synchronized void approve() {
        tags.replaceAll((name, tag) -> new Tag(tag.id(), name, "ACTIVE", true));
    }

    public synchronized int wishes() {
        return wishes;
    }

    @Override
    public synchronized Result<List<Tag>, VendorFailure> tags(ClientId client) {
        return Result.ok(List.copyOf(tags.values()));
    }

    @Override
    public synchronized Result<Tag, VendorFailure> request(ClientId client, Wish wish) {
        Optional<String> problem = wish.problem();
        if (problem.isPresent()) {
            return Result.err(new VendorFailure.Invalid(
                    Details.of("fake-register", "request", "cannot be right"), problem.get(), "cannot be right"));
        }
        return Result.ok(tags.computeIfAbsent(wish.name(), name -> {
            wishes++;
            return new Tag("tag" + wishes, name, "PENDING", false);
        }));
    }
}
