package io.agencyos.adapters.in.http.route;

import java.util.List;

/** Routes that belong together, made with the use cases they call. */
public interface RouteGroup {

    List<Route<?, ?>> routes();
}
