/** The server: serves routes over HTTP with who may, what is read, what is answered. No endpoint, no rule. */
@NullMarked
package io.agencyos.adapters.in.http.server;

import org.jspecify.annotations.NullMarked;
