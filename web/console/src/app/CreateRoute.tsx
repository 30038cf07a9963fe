import { useNavigate } from 'react-router';
import { CreateWizard } from '@/features/create/CreateWizard';
import { ImportedPage } from '@/features/importing/ImportOutcome';
import { paths } from '@/ui/paths';

export default function CreateRoute() {
  const navigate = useNavigate();
  return (
    <CreateWizard
      onMade={({ site, page }) => void navigate(paths.editor(site.id, page.id), { replace: true })}
      renderImported={(result, onContinue) => <ImportedPage result={result} onContinue={onContinue} />}
    />
  );
}
