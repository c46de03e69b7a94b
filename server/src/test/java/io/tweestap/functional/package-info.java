/// One behavior per file, through the front door: the whole server over HTTP with a real database.
@NullMarked
package io.tweestap.functional;

import org.jspecify.annotations.NullMarked;
