/// Messages in, their parts and the numbers they come to as rows.
@NullMarked
package io.tweestap.inbound.jdbc;

import org.jspecify.annotations.NullMarked;
