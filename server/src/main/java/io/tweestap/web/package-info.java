/// The HTTP front that all REST doors share: only over TLS, bodies of bounded size, strict JSON,
/// and every error as a problem detail with a stable code.
@ApplicationModule
@NullMarked
package io.tweestap.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
