/// The statements of the room.
@NullMarked
package io.tweestap.verification.jdbc;

import org.jspecify.annotations.NullMarked;
