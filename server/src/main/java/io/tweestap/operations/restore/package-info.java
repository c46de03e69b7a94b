/// What is done once after a database was restored.
@NullMarked
package io.tweestap.operations.restore;

import org.jspecify.annotations.NullMarked;
