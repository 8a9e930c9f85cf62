declare const brand: unique symbol;

/** A `T` that has passed the one parser which may mint this name. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
