/// The rows of table `login`.
@NullMarked
package io.tweestap.login.jdbc;

import org.jspecify.annotations.NullMarked;
