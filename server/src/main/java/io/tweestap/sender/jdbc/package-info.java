/// The rows of sender rules.
@NullMarked
package io.tweestap.sender.jdbc;

import org.jspecify.annotations.NullMarked;
