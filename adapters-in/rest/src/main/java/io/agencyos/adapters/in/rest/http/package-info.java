/** The server: serves routes over HTTP with who may, what is read, what is answered. No endpoint, no rule. */
@NullMarked
package io.agencyos.adapters.in.rest.http;

import org.jspecify.annotations.NullMarked;
