package io.agencyos.adapters.in.http.route;

/** Calls a use case and translates; holds no rule. */
@FunctionalInterface
public interface Handler<Q, R> {

    Reply<R> handle(Call<Q> call);
}
