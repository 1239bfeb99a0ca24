package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.vendorhttp.VendorCalls;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A tenant's way to its workspace. */
record Connection(SalesforgeAccount account, SalesforgeApi api, VendorCalls calls) {

    /** A list call for one page. */
    interface PageCall<T> {
        Wire.Page<T> page(int limit, int offset);
    }

    String workspace() {
        return account.workspaceId();
    }

    /** Refuses a workspace that is not the tenant's, wherever its id came from. Source: salesforge 2. */
    Optional<VendorFailure> foreign(String operation, String workspaceId) {
        return workspaceId.equals(workspace())
                ? Optional.empty()
                : Optional.of(Failures.invalid(operation, "workspace", "not the tenant's workspace"));
    }

    /** All items of a list; a page that cannot be read fails the whole, because a part looks like an absence. */
    <T> Result<List<T>, VendorFailure> all(String operation, int size, int mostPages, PageCall<T> call) {
        List<T> all = new ArrayList<>();
        for (int page = 0; page < mostPages; page++) {
            int offset = all.size();
            Result<Wire.Page<T>, VendorFailure> read = calls.read(operation, () -> call.page(size, offset));
            switch (read) {
                case Result.Err<Wire.Page<T>, VendorFailure>(VendorFailure failure) -> {
                    return Result.err(failure);
                }
                case Result.Ok<Wire.Page<T>, VendorFailure>(Wire.Page<T> items) -> {
                    all.addAll(items.data());
                    if (items.last(offset)) {
                        return Result.ok(all);
                    }
                }
            }
        }
        return Result.err(Failures.contract(operation, "more than " + mostPages + " pages"));
    }

    /** The first item of a list that fits, read no further than needed. */
    <T> Result<Optional<T>, VendorFailure> first(
            String operation, int size, Function<T, Boolean> fits, PageCall<T> call) {
        int offset = 0;
        while (true) {
            int from = offset;
            Result<Wire.Page<T>, VendorFailure> read = calls.read(operation, () -> call.page(size, from));
            if (read instanceof Result.Err<Wire.Page<T>, VendorFailure>(VendorFailure failure)) {
                return Result.err(failure);
            }
            Wire.Page<T> page = read.orElseThrow();
            Optional<T> found = page.data().stream().filter(fits::apply).findFirst();
            if (found.isPresent() || page.last(offset)) {
                return Result.ok(found);
            }
            offset += page.data().size();
        }
    }
}
