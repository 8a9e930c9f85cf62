-- How often a wrong password came for an e-mail address, whether anybody signs in with it or not: both are slowed down alike.
create table sign_in_guess (
  email_sha256 bytea primary key check (octet_length(email_sha256) = 32),
  refusals     integer not null,
  since        timestamptz not null
);
create index on sign_in_guess (since);
