/// The tables of the audit room.
@NullMarked
package io.tweestap.audit.jdbc;

import org.jspecify.annotations.NullMarked;
