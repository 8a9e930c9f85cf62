import type { ControlError } from '../../service/registration/control-registration.ts';
import type { OpenError } from '../../service/registration/open-registration.ts';
import type { UploadError } from '../../service/registration/take-upload.ts';
import type { ApiError } from '../api-error.ts';
import { recordProblem } from '../record-problem.ts';

/** Why a registration cannot be taken over or changed, as an error of the API. */
export function registrationProblem(error: OpenError | UploadError | ControlError): ApiError {
  switch (error.code) {
    case 'capture/not-yours':
      return recordProblem(error);
    case 'registration/unknown':
      return { code: 'not-found' };
    case 'serials/count':
    case 'serials/too-large':
      return { code: error.code, detail: `At most ${error.most}.` };
    case 'serials/not-json':
      return { code: error.code, at: error.at };
    case 'serials/not-a-commissioning':
    case 'serials/other-batch':
      return { code: error.code, path: `/epcisBody/eventList/${error.at}` };
    default:
      return { code: error.code };
  }
}
