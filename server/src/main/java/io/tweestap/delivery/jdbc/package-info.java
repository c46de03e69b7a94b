/// The outbox's statements.
@NullMarked
package io.tweestap.delivery.jdbc;

import org.jspecify.annotations.NullMarked;
