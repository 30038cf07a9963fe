import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { auth } from '@/api/client';
import { asProblem } from '@/api/problem';
import { paths } from '@/ui/paths';
import { toast } from '@/ui/Toast';

export function useLogout() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: auth.logout,
    onSuccess: async () => {
      await navigate(paths.login);
      client.clear();
    },
    onError: (error) => toast(asProblem(error).message, 'bad'),
  });
}
