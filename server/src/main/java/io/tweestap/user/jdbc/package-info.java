/// The rows of users and their addresses.
@NullMarked
package io.tweestap.user.jdbc;

import org.jspecify.annotations.NullMarked;
