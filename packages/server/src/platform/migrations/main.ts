import type { StoreMigrations } from '../orm/store.ts';
import { Migration20261122214146_initial as Migration20261122214146_initial_postgresql } from './main/postgresql/Migration20261122214146_initial.ts';
import { Migration20261126112847_book_shuffle as Migration20261126112847_book_shuffle_postgresql } from './main/postgresql/Migration20261126112847_book_shuffle.ts';
import { Migration20261126112933_invoice_numbers as Migration20261126112933_invoice_numbers_postgresql } from './main/postgresql/Migration20261126112933_invoice_numbers.ts';
import { Migration20261126130445_control_outcome as Migration20261126130445_control_outcome_postgresql } from './main/postgresql/Migration20261126130445_control_outcome.ts';
import { Migration20261126130615_limit_index as Migration20261126130615_limit_index_postgresql } from './main/postgresql/Migration20261126130615_limit_index.ts';
import { Migration20261126144833_product_safety as Migration20261126144833_product_safety_postgresql } from './main/postgresql/Migration20261126144833_product_safety.ts';
import { Migration20261126181700_product_status_index as Migration20261126181700_product_status_index_postgresql } from './main/postgresql/Migration20261126181700_product_status_index.ts';
import { Migration20261126192323_fetched_picture as Migration20261126192323_fetched_picture_postgresql } from './main/postgresql/Migration20261126192323_fetched_picture.ts';
import { Migration20261126214812_retention_run as Migration20261126214812_retention_run_postgresql } from './main/postgresql/Migration20261126214812_retention_run.ts';
import { Migration20261126215051_accounts as Migration20261126215051_accounts_postgresql } from './main/postgresql/Migration20261126215051_accounts.ts';
import { Migration20261127024830_self_service as Migration20261127024830_self_service_postgresql } from './main/postgresql/Migration20261127024830_self_service.ts';
import { Migration20261127024831_second_factors as Migration20261127024831_second_factors_postgresql } from './main/postgresql/Migration20261127024831_second_factors.ts';
import { Migration20261127024853_data_download as Migration20261127024853_data_download_postgresql } from './main/postgresql/Migration20261127024853_data_download.ts';
import { Migration20261127024909_consents as Migration20261127024909_consents_postgresql } from './main/postgresql/Migration20261127024909_consents.ts';
import { Migration20261127025124_erasure_requests as Migration20261127025124_erasure_requests_postgresql } from './main/postgresql/Migration20261127025124_erasure_requests.ts';
import { Migration20261122214139_initial as Migration20261122214139_initial_sqlite } from './main/sqlite/Migration20261122214139_initial.ts';
import { Migration20261126112843_book_shuffle as Migration20261126112843_book_shuffle_sqlite } from './main/sqlite/Migration20261126112843_book_shuffle.ts';
import { Migration20261126112925_invoice_numbers as Migration20261126112925_invoice_numbers_sqlite } from './main/sqlite/Migration20261126112925_invoice_numbers.ts';
import { Migration20261126130440_control_outcome as Migration20261126130440_control_outcome_sqlite } from './main/sqlite/Migration20261126130440_control_outcome.ts';
import { Migration20261126130611_limit_index as Migration20261126130611_limit_index_sqlite } from './main/sqlite/Migration20261126130611_limit_index.ts';
import { Migration20261126144824_product_safety as Migration20261126144824_product_safety_sqlite } from './main/sqlite/Migration20261126144824_product_safety.ts';
import { Migration20261126181657_product_status_index as Migration20261126181657_product_status_index_sqlite } from './main/sqlite/Migration20261126181657_product_status_index.ts';
import { Migration20261126192320_fetched_picture as Migration20261126192320_fetched_picture_sqlite } from './main/sqlite/Migration20261126192320_fetched_picture.ts';
import { Migration20261126214749_retention_run as Migration20261126214749_retention_run_sqlite } from './main/sqlite/Migration20261126214749_retention_run.ts';
import { Migration20261126215042_accounts as Migration20261126215042_accounts_sqlite } from './main/sqlite/Migration20261126215042_accounts.ts';
import { Migration20261127024816_second_factors as Migration20261127024816_second_factors_sqlite } from './main/sqlite/Migration20261127024816_second_factors.ts';
import { Migration20261127024817_self_service as Migration20261127024817_self_service_sqlite } from './main/sqlite/Migration20261127024817_self_service.ts';
import { Migration20261127024843_data_download as Migration20261127024843_data_download_sqlite } from './main/sqlite/Migration20261127024843_data_download.ts';
import { Migration20261127024857_consents as Migration20261127024857_consents_sqlite } from './main/sqlite/Migration20261127024857_consents.ts';
import { Migration20261127025104_erasure_requests as Migration20261127025104_erasure_requests_sqlite } from './main/sqlite/Migration20261127025104_erasure_requests.ts';

/** The migrations of the main store, in order, for each dialect. Written by `migration:create`; never edited after landing. */
export const MAIN_MIGRATIONS: StoreMigrations = {
  sqlite: [
    Migration20261122214139_initial_sqlite,
    Migration20261126112843_book_shuffle_sqlite,
    Migration20261126112925_invoice_numbers_sqlite,
    Migration20261126130440_control_outcome_sqlite,
    Migration20261126130611_limit_index_sqlite,
    Migration20261126144824_product_safety_sqlite,
    Migration20261126181657_product_status_index_sqlite,
    Migration20261126192320_fetched_picture_sqlite,
    Migration20261126214749_retention_run_sqlite,
    Migration20261126215042_accounts_sqlite,
    Migration20261127024816_second_factors_sqlite,
    Migration20261127024817_self_service_sqlite,
    Migration20261127024843_data_download_sqlite,
    Migration20261127024857_consents_sqlite,
    Migration20261127025104_erasure_requests_sqlite,
  ],
  postgresql: [
    Migration20261122214146_initial_postgresql,
    Migration20261126112847_book_shuffle_postgresql,
    Migration20261126112933_invoice_numbers_postgresql,
    Migration20261126130445_control_outcome_postgresql,
    Migration20261126130615_limit_index_postgresql,
    Migration20261126144833_product_safety_postgresql,
    Migration20261126181700_product_status_index_postgresql,
    Migration20261126192323_fetched_picture_postgresql,
    Migration20261126214812_retention_run_postgresql,
    Migration20261126215051_accounts_postgresql,
    Migration20261127024830_self_service_postgresql,
    Migration20261127024831_second_factors_postgresql,
    Migration20261127024853_data_download_postgresql,
    Migration20261127024909_consents_postgresql,
    Migration20261127025124_erasure_requests_postgresql,
  ],
};
