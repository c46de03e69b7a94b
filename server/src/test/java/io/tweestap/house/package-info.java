/// The rules of the house as tests: rooms and floors, sizes, banned calls, SQL, settings.
@NullMarked
package io.tweestap.house;

import org.jspecify.annotations.NullMarked;
